import type { OpenLink } from "#drivers/links/link.ts";
import { openSerialLink } from "#drivers/links/serial-link.ts";

/** Opens the kind of link that an address names. */
export const openLink: OpenLink = (address, events) => openSerialLink(address, events);
