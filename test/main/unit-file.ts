// systemd's unit files, as far as ours use them: sections of keys, each key once or several times, an empty value takes back what stood.

export type UnitFile = {
  /** The last value of a key. */
  one(section: string, key: string): string | undefined;
  /** Every value of a key that takes several. */
  all(section: string, key: string): string[];
};

/** Reads a unit file, or a unit with its drop-ins behind it. Throws on a line that is none. */
export function readUnit(text: string): UnitFile {
  const values = new Map<string, string[]>();
  let section = '';
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const heading = /^\[(\w+)\]$/.exec(line)?.[1];
    const [, key, value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (heading !== undefined) section = heading;
    else if (key === undefined) throw new Error(`no line of a unit: ${line}`);
    else {
      const name = `${section}.${key}`;
      values.set(name, value === '' ? [] : [...(values.get(name) ?? []), value]);
    }
  }
  const all = (of: string, key: string): string[] => values.get(`${of}.${key}`) ?? [];
  return { all, one: (of, key) => all(of, key).at(-1) };
}

/** `KEY=value` lines and words, as EnvironmentFile= and Environment= hold them. */
export const readEnvironment = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    texts
      .map((text) => text.trim())
      .filter((text) => text !== '' && !text.startsWith('#'))
      .map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
  );
