-- Statistics tell incidents apart by it, without opening the document.
alter table incident
    add column strike_status text generated always as (document #>> '{strike,status}') stored;
