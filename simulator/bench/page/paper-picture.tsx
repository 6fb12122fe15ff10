import { useEffect, useRef, useState } from "preact/hooks";

interface PaperPictureProps {
  readonly number: number;
  /** Changes whenever there is more on the paper. */
  readonly version: string;
}

/**
 * A receipt, kept up to date while it is printed. The picture is part of the page and not an image,
 * because only then can it use the page's font. One request at a time: the last state wins.
 */
export function PaperPicture({ number, version }: PaperPictureProps) {
  const [svg, setSvg] = useState("");
  const asked = useRef({ isAsking: false, isStale: false });
  useEffect(() => {
    const ask = async () => {
      if (asked.current.isAsking) {
        asked.current.isStale = true;
        return;
      }
      asked.current = { isAsking: true, isStale: false };
      try {
        const answer = await fetch(`api/receipts/${number}.svg`);
        if (answer.ok) setSvg(await answer.text());
      } finally {
        const { isStale } = asked.current;
        asked.current = { isAsking: false, isStale: false };
        if (isStale) ask();
      }
    };
    ask();
  }, [number, version]);
  // Safe: the picture is our own, and the text in it is escaped.
  return <div class="paper" dangerouslySetInnerHTML={{ __html: svg }} />;
}
