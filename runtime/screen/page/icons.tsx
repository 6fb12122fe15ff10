/** Line icons on a 24 × 24 grid; always beside a word, never instead of one. */
const paths = {
  scanner: "M4 6v12M8 6v12M11 6v12M15 6v12M18 6v12M20 6v12",
  printer: "M7 9V3h10v6M7 17H4v-8h16v8h-3M7 14h10v7H7z",
  drawer: "M3 8h18v11H3zM3 13h18M10 16h4M6 8V5h12v3",
  display: "M3 5h18v9H3zM12 14v5M8 19h8M6.5 9.5h7",
  scale: "M4 8h16l2 11H2zM12 8V5M6 5h12M12 15l2.5-3.5",
  cloud: "M7 18a4 4 0 0 1 0-8 5.5 5.5 0 0 1 10.6-1.2A4.6 4.6 0 0 1 17 18z",
  cloudOff: "M7 18a4 4 0 0 1 0-8c1-3.5 4-4.5 6.5-4M17.6 8.8A4.6 4.6 0 0 1 19 17.5M4 3l16 18",
  check: "M4 12.5l5.5 5.5L20 6.5",
  warning: "M12 4L2.5 20h19zM12 10v4.5M12 17.2v.3",
  absent: "M6 6l12 12M18 6L6 18",
  info: "M12 3a9 9 0 1 0 .01 0zM12 11v6M12 7.3v.3",
  backspace: "M9 6h12v12H9l-6-6zM12.5 9.5l5 5M17.5 9.5l-5 5",
  next: "M5 12h14M13 6l6 6-6 6",
  shop: "M4 10v10h16V10M3 10l2-6h14l2 6zM9 20v-6h6v6",
  person: "M12 4a4 4 0 1 0 .01 0zM4 21c0-5 4-7 8-7s8 2 8 7",
  upload: "M12 16V5M7 10l5-5 5 5M5 20h14",
  wait: "M12 3a9 9 0 1 0 .01 0zM12 7v5l3.5 2",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark of the house: a counter with something on it. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect class="mark-ground" width="32" height="32" rx="8" />
      <path d="M5 14h22v4H5z" />
      <path class="mark-shade" d="M8 18h3v8H8zM21 18h3v8h-3zM12 6h8v8h-8z" />
    </svg>
  );
}
