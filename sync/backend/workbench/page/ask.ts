/** The page's side of the workbench's API. A refusal is a value here too. */
export interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

export type Answer<T> = { readonly value: T } | { readonly refusal: Refusal };

/** @param path below `/workbench/api` */
export async function ask<T>(
  method: "GET" | "POST",
  path: string,
  body: object = {},
): Promise<Answer<T>> {
  try {
    const sent =
      method === "GET"
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const response = await fetch(`api${path}`, { method, ...sent });
    const answer = await response.json();
    return response.ok ? { value: answer } : { refusal: answer.refusal };
  } catch {
    return { refusal: { code: "request/unreachable", params: {} } };
  }
}
