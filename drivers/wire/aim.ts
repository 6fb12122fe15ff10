/**
 * AIM symbology identifiers. Constants only.
 *
 * Sources: ISO/IEC 15424 as tabled by Zebra, Datalogic QD2300 and Scandocs NT-8080 manuals.
 */

/** First character of an identifier: `]`. */
export const AIM_FLAG = 0x5d;

export const STX = 0x02;
export const ETX = 0x03;
/** How a transmitted label spells FNC1 after the first position (GS1 General Specifications). */
export const GS1_SEPARATOR = 0x1d;
