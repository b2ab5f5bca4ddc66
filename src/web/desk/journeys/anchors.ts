import type { Flow } from '../../../journey/flow/flow.ts';

/** The dates of a form by anchor: `dato-<anchor>` and, where the flow asks for it, `tid-<anchor>`; `arrangement-<anchor>` names an arrangement. Empty ones are left out. */
export function readAnchors(
  flow: Flow,
  read: (name: string) => string | null | undefined,
): Record<string, string> {
  const values = Object.entries(flow.anchors).map(([name, anchor]) => {
    if (anchor.event) return [name, (read(`arrangement-${name}`) ?? '').trim()] as const;
    const date = (read(`dato-${name}`) ?? '').trim();
    const time = (read(`tid-${name}`) ?? '').trim();
    return [name, anchor.time && date !== '' ? `${date}T${time}` : date] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}
