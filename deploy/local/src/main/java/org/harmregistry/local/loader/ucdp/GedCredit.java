package org.harmregistry.local.loader.ucdp;

/** Under which name, licence and credit the data set's records are kept. */
final class GedCredit {

    static final String DATASET = "ucdp-ged-syria";
    static final String LICENCE = "CC-BY-4.0";
    static final String ATTRIBUTION = "Uppsala Conflict Data Program (UCDP), GED Syria 652.1601.1911; "
            + "Sundberg and Melander 2013; Högbladh 2019";

    private GedCredit() {
    }
}
