import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { guessColumns, IMPORT_FIELDS } from '../../../src/services/imports/columns.ts';
import { readAgeBand, readDay } from '../../../src/services/imports/read-choices.ts';
import { readFile } from '../../../src/services/imports/read-file.ts';
import { reasonsCsv } from '../../../src/services/imports/reasons-csv.ts';
import { AGE_BANDS } from '../../../src/services/relatives/relative-choices.ts';
import { bytesOf, csv, latinBytes, workbook, xlsx } from '../../support/spreadsheet.ts';

const lines = [
  ['Navn', 'Mobil'],
  ['Åse; "Æblet"', '20 00 00 21'],
  ['Bo, søn', '20000022'],
];
const read = { headings: ['Navn', 'Mobil'], rows: [2, 3].map((row) => ({ row, cells: lines[row - 1] })) };

test.each([
  ['UTF-8 with semicolons', bytesOf(csv(lines))],
  ['a byte order mark', bytesOf(`\ufeff${csv(lines)}`)],
  ['commas', bytesOf(csv(lines, ','))],
  ['tabs', bytesOf(csv(lines, '\t'))],
  ['windows-1252', latinBytes(csv(lines))],
  ['the separator named', bytesOf(`sep=;\r\n${csv(lines)}`)],
  ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${csv(lines, '\t')}`, 'utf16le'))],
  ['XLSX', xlsx(lines)],
])('a list is read from %s', async (_, bytes) => {
  expect((await readFile(bytes)).rows.map(({ cells }) => cells)).toEqual(read.rows.map(({ cells }) => cells));
});

test('rows keep the number the spreadsheet shows, empty ones between them', async () => {
  const table = await readFile(bytesOf('Navn;Mobil\r\n\r\nBo;1\r\n;\r\nÅse;2\r\n'));
  expect(table.rows.map(({ row }) => row)).toEqual([3, 5]);
  const sheet = await readFile(
    workbook(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Navn</t></is></c></row><row r="7"><c r="A7" t="inlineStr"><is><t>Bo</t></is></c></row>',
    ),
  );
  expect(sheet.rows).toEqual([{ row: 7, cells: ['Bo'] }]);
});

test('a telephone number that stands as a number is read as digits', async () => {
  const table = await readFile(
    xlsx([
      ['Navn', 'Mobil'],
      ['Bo', 20000022],
    ]),
  );
  expect(table.rows[0]?.cells).toEqual(['Bo', '20000022']);
});

test('a CPR number is masked in every column before anything is kept', async () => {
  const table = await readFile(
    bytesOf(
      csv([
        ['Navn', 'Andet'],
        ['Bo', 'født 010190-1234'],
      ]),
    ),
  );
  expect(JSON.stringify(table)).not.toContain('1234');
});

test.each([
  ['nothing', bytesOf(''), 'file-empty'],
  ['headings alone', bytesOf('Navn;Mobil\r\n'), 'file-empty'],
  ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'file-old'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'file-unreadable'],
  ['a broken zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'file-unreadable'],
  ['too many bytes', new Uint8Array(2 * 1024 * 1024 + 1), 'file-too-large'],
  ['too many rows', bytesOf(`Navn\n${'Bo\n'.repeat(5_001)}`), 'file-too-large'],
  ['endless empty lines', bytesOf(`Navn\n${'\n'.repeat(20_001)}`), 'file-too-large'],
  ['too many columns', bytesOf(`${'a;'.repeat(61)}b\r\n1`), 'file-too-large'],
  ['a row far down', workbook('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), 'file-too-large'],
  ['a column far out', workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'file-too-large'],
  ['an entity', workbook('<!DOCTYPE x [<!ENTITY a "b">]>'), 'file-unreadable'],
])('%s is refused', async (_, bytes, code) => {
  await expect(readFile(bytes)).rejects.toThrow(code);
});

test('what claims to be small and unpacks to gigabytes is stopped on the way', async () => {
  const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024));
  const zip = Buffer.from(workbook('<row/>'));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(10, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.from(zip.subarray(zip.length - 22));
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  const bomb = new Uint8Array(Buffer.concat([local, name, packed, entry, name, end]));
  expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
  await expect(readFile(bomb)).rejects.toThrow('file-too-large');
});

test('columns are guessed by their headings, each once', () => {
  const headings = [
    'Tlf.',
    'Fulde navn',
    'Bemærkninger',
    'Område',
    'Alder',
    'Samtykke dato',
    'Samtykke givet',
    'Navn 2',
  ];
  expect(guessColumns(headings)).toEqual({
    number: 0,
    name: 1,
    note: 2,
    area: 3,
    ageBand: 4,
    consentOn: 5,
    consentHow: 6,
  });
  expect(guessColumns(['', 'x'])).toEqual({});
  expect(IMPORT_FIELDS).toContain('circle');
});

test.each([
  ['34', '30-49'],
  ['30–49 år', '30-49'],
  ['80+', '80+'],
  ['17', '0-17'],
  ['gammel', undefined],
  ['200', undefined],
])('the age %s is %s', (cell, band) => {
  expect(readAgeBand(cell, AGE_BANDS)).toBe(band);
});

test.each([
  ['1.3.2027', '2027-03-01'],
  ['2027-03-01', '2027-03-01'],
  ['31/2/2027', undefined],
  ['i går', undefined],
])('the day %s is %s', (cell, day) => {
  expect(readDay(cell)).toBe(day);
});

test('a row goes back with its reason, and no cell is taken for a formula', () => {
  const table = {
    headings: ['Navn', '=cmd|calc'],
    rows: [
      { row: 2, cells: ['=HYPERLINK("http://x")', '+4520000001'] },
      { row: 3, cells: ['Bo', 'ok'] },
    ],
  };
  const text = reasonsCsv(table, new Map([[2, '@SUM(1;2)']]), { row: 'Række', reason: 'Hvad' });
  expect(text.startsWith('\ufeffRække;Navn;')).toBe(true);
  expect(text).not.toMatch(/(^|;|")[=+@]/m);
  expect(text).not.toContain('Bo');
});
