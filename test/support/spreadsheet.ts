// Spreadsheets for tests, as people's programs write them.
import { pack } from '../../src/services/imports/unpack.ts';

/** Bytes of a text, in UTF-8. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

/** Bytes of a text in windows-1252, for letters of Danish. */
export const latinBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Lines of cells as CSV with semicolons. */
export const csv = (lines: readonly (readonly string[])[], delimiter = ';'): string =>
  lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const letterOf = (column: number): string => String.fromCharCode(65 + column);

/** A packed workbook around one sheet. */
export function workbook(sheet: string): Uint8Array<ArrayBuffer> {
  const part = (name: string, xml: string) => ({
    name,
    bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`),
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return new Uint8Array(
    pack([
      part(
        'xl/workbook.xml',
        `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      part(
        'xl/worksheets/sheet1.xml',
        `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
      ),
    ]),
  );
}

/** Lines of cells as an XLSX file; a number stands as a number. */
export const xlsx = (lines: readonly (readonly (string | number)[])[]): Uint8Array<ArrayBuffer> =>
  workbook(
    lines
      .map((cells, row) => {
        const inside = cells.map((cell, column) => {
          const at = `r="${letterOf(column)}${row + 1}"`;
          return typeof cell === 'number'
            ? `<c ${at}><v>${cell}</v></c>`
            : `<c ${at} t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
        });
        return `<row r="${row + 1}">${inside.join('')}</row>`;
      })
      .join(''),
  );

/** Headings that are all understood. */
export const HEADINGS = [
  'Navn',
  'Tiltale',
  'Mobil',
  'Relation',
  'Kreds',
  'Samtykke hvordan',
  'Samtykke dato',
];

/** A list of so many relatives, of whom these rows (from 2, as the spreadsheet counts) are wrong in seven different ways. */
export function listOf(count: number, wrong: Readonly<Record<number, readonly string[]>> = {}): string[][] {
  const rows = Array.from({ length: count }, (_, i) => {
    const row = i + 2;
    return [
      ...(wrong[row] ?? [
        `Pårørende ${row}`,
        `P${row}`,
        `2000${1000 + i}`,
        'datter',
        '',
        'telefon',
        '1.2.2027',
      ]),
    ];
  });
  return [HEADINGS, ...rows];
}

/** Seven rows with something wrong, each in its own way. */
export const SEVEN_BAD: Record<number, string[]> = {
  5: ['', 'P5', '20008001', 'datter', '', '', ''],
  17: ['Pårørende 17', 'P17', '12', 'datter', '', '', ''],
  40: ['Pårørende 40', 'P40', '20001000', 'datter', '', '', ''],
  77: ['Pårørende 010190-1234', 'P77', '20008002', 'datter', '', '', ''],
  101: ['Pårørende 101', 'P101', '20008003', 'kæreste', '', '', ''],
  150: ['Pårørende 150', 'P150', '+46 70 123 45 67', 'datter', '', '', ''],
  199: ['Pårørende 199', 'P199', '20008004', 'datter', '', 'telefon', '1.2.2099'],
};
