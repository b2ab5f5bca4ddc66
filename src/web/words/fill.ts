/** Puts values into a wording: `fill('{n} forløb', { n: 3 })`; a name without a value stays as it is. */
export const fill = (wording: string, values: Record<string, string | number | undefined>): string =>
  wording.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
