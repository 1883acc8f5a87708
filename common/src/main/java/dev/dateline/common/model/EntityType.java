package dev.dateline.common.model;

/** The four types of CoNLL-2003 (Tjong Kim Sang and De Meulder 2003). */
public enum EntityType {
    PER,
    ORG,
    LOC,
    MISC
}
