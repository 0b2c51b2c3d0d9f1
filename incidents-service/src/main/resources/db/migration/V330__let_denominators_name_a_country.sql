-- The country that a denominator lies in, where it lies in one: sums by country need no reading of names of areas.
alter table denominator add column country text
    constraint denominator_country_ck check (country ~ '^[A-Z]{2}$');
