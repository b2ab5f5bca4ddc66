// From a path in a YAML value back to the place where it is written.
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { offsetPlace, type Yaml } from './read-yaml.ts';
import type { Place } from './sentences.ts';

/** Keys and positions from the top of a YAML file down to a value. */
export type Path = readonly (string | number)[];

type Found = { key?: Node; value?: Node; complete: boolean };

/** The place of the value at a path; of its key when there is no value, of what is around it when there is neither. */
export function valuePlace(yaml: Yaml, path: Path): Place {
  const { key, value } = find(yaml, path);
  const isEmpty = isScalar(value) && value.source === '';
  return nodePlace(yaml, isEmpty ? (key ?? value) : (value ?? key));
}

/** The place of the key at a path; of what is around it when there is no such key. */
export function keyPlace(yaml: Yaml, path: Path): Place {
  const { key, value, complete } = find(yaml, path);
  return nodePlace(yaml, complete ? (key ?? value) : (value ?? key));
}

/**
 * The place of a piece of the text at a path: the piece that stands at an offset of the text as it is read, looked up
 * in the file as it is written (quoted, folded, indented). The start of the text when it is written another way.
 */
export function piecePlace(yaml: Yaml, path: Path, piece: string, offset: number): Place {
  const { value } = find(yaml, path);
  if (!isScalar(value) || !value.range || typeof value.value !== 'string' || piece === '')
    return valuePlace(yaml, path);
  const earlier = value.value.slice(0, offset).split(piece).length - 1;
  const [start, end] = value.range;
  const written = yaml.text.slice(start, end);
  let at = written.indexOf(piece);
  for (let i = 0; i < earlier && at >= 0; i++) at = written.indexOf(piece, at + piece.length);
  return at < 0 ? valuePlace(yaml, path) : offsetPlace(yaml.file, yaml.lines, start + at);
}

function find(yaml: Yaml, path: Path): Found {
  let found: Found = { complete: true };
  if (yaml.document.contents) found.value = yaml.document.contents;
  for (const segment of path) {
    const next = child(yaml, found.value, segment);
    if (!next) return { ...found, complete: false };
    found = next;
  }
  return found;
}

function child(yaml: Yaml, parent: Node | undefined, segment: string | number): Found | undefined {
  const node = isAlias(parent) ? parent.resolve(yaml.document) : parent;
  if (isMap<Node, Node>(node)) {
    const pair = node.items.find(
      ({ key }: Pair<Node, Node>) => isScalar(key) && key.value === String(segment),
    );
    if (!pair) return undefined;
    return { key: pair.key, ...(pair.value ? { value: pair.value } : {}), complete: true };
  }
  if (!isSeq<Node>(node)) return undefined;
  const value = node.items[Number(segment)];
  return value && { value, complete: true };
}

function nodePlace(yaml: Yaml, node: Node | undefined): Place {
  return offsetPlace(yaml.file, yaml.lines, node?.range?.[0] ?? 0);
}
