/** A sentence in every language the counter speaks. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;
