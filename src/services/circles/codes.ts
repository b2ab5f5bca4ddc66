// Codes people read aloud and type, made from 128 random bits.

const READABLE = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const bits = (random: string): bigint =>
  BigInt(
    `0x${[...atob(random.replaceAll('-', '+').replaceAll('_', '/'))].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('')}`,
  );

/** The code of a circle, e.g. "K-7FQ2MX": six signs that cannot be mistaken for one another. */
export function codeFrom(random: string): string {
  let rest = bits(random);
  let code = '';
  for (let i = 0; i < 6; i += 1) {
    code += READABLE[Number(rest % 32n)] ?? '';
    rest /= 32n;
  }
  return `K-${code}`;
}

/** Six digits that are not all alike and not a row such as 123456; undefined when these bits give such ones. */
export function digitsFrom(random: string): string | undefined {
  const digits = String(bits(random) % 1_000_000n).padStart(6, '0');
  const steps = new Set([...digits].slice(1).map((digit, i) => Number(digit) - Number(digits[i])));
  const isRow = steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 2);
  return isRow ? undefined : digits;
}
