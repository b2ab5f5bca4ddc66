// Where a piece of a template stands in its file, be it YAML or markdown.
import type { DraftPage, DraftText } from './draft.ts';
import { piecePlace } from './locate.ts';
import type { Place } from './sentences.ts';
import { placeAt } from './source.ts';

/** The place of the piece of so many characters that begins at an offset of the template. */
export function placeIn(entry: DraftText | DraftPage, offset: number, length = 1): Place {
  const { template } = entry.read;
  if ('file' in entry) return placeAt(entry.file, template, offset);
  return piecePlace(entry.yaml, [entry.key], template.slice(offset, offset + length), offset);
}

/** The template with its placeholders blanked out, each character where it was; words in quotes inside them stay. */
export function literalText(template: string): string {
  return template.replace(/\{\{[^{}]*\}\}|\{%[^{}]*%\}/g, (placeholder) =>
    placeholder
      .split(/("[^"]*"|'[^']*')/)
      .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[^\n]/g, ' ')))
      .join(''),
  );
}
