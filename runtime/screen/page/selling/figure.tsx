interface FigureProps {
  readonly text: string;
  readonly kind?: "due" | "change";
}

/** An amount as large as its place allows: long amounts shrink, none is ever cut. */
export function Figure({ text, kind }: FigureProps) {
  return (
    <div class="figure-place">
      <output class={`figure ${kind ?? "total"}`} style={{ "--characters": text.length }}>
        {text}
      </output>
    </div>
  );
}
