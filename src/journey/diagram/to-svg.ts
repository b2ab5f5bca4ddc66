// A flow as a picture that prints: shapes and words, so that it is read without colour. Only presentation attributes, which
// a strict content security policy lets through.
import type { Flow, Step } from '../flow/flow.ts';
import { type Arrow, type Box, type Layout, LINE, layOut, PADDING, type Pill } from './layout.ts';

const FILLS: Record<Step['kind'], string> = {
  invite: '#e7f0fa',
  say: '#ffffff',
  ask: '#fdf3d8',
  form: '#fdf3d8',
  wait: '#f2f2f2',
  branch: '#efe9f7',
  alert: '#fbe5e1',
  join: '#e5f4e8',
  leave: '#e5f4e8',
  end: '#ffffff',
};

const FONT =
  'font-family="system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif" font-size="13"';

/** A flow as an SVG with Danish words; stands alone, scales, and tells screen readers what it shows. */
export function toSvg(flow: Flow): string {
  const layout = layOut(flow);
  const { width, height, arrows, boxes, endings, start } = layout;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="flow-title flow-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${FONT}>`,
    `<title id="flow-title">${escaped(`Forløbet ${flow.title}`)}</title>`,
    `<desc id="flow-desc">${escaped(summary(layout))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...arrows.map(drawArrow),
    ...boxes.map(drawBox),
    ...[start, ...endings].map(drawPill),
    '</svg>',
    '',
  ].join('\n');
}

const summary = ({ boxes, endings }: Layout): string => {
  const steps = boxes.map(({ kind, step }, n) => `${n + 1}. ${kind}: ${step.id}`).join('. ');
  const reasons = [...new Set(endings.map(({ text }) => text))].join(', ');
  return `${steps}. Kan slutte med: ${reasons}.`;
};

function drawBox({ step, kind, lines, x, y, width, height }: Box): string {
  const rounded = step.kind === 'wait' ? 16 : 4;
  const top = y + PADDING + 12;
  return [
    `<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${rounded}" fill="${FILLS[step.kind]}" stroke="#333333"/>`,
    `<text x="${x + PADDING}" y="${top}" font-weight="bold">${escaped(kind)}</text>`,
    `<text x="${x + width - PADDING}" y="${top}" text-anchor="end" fill="#555555" font-size="11">${escaped(step.id)}</text>`,
    ...lines.map((line, n) => `<text x="${x + PADDING}" y="${top + (n + 1) * LINE}">${escaped(line)}</text>`),
    '</g>',
  ].join('\n');
}

const drawPill = ({ text, x, y, width, height }: Pill): string =>
  `<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${height / 2}" fill="#ffffff" stroke="#333333" stroke-width="1.5"/>
<text x="${x + width / 2}" y="${y + height / 2 + 4.5}" text-anchor="middle">${escaped(text)}</text></g>`;

function drawArrow({ points, label }: Arrow): string {
  const path = points.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
  const said = label
    ? `<text x="${label.x}" y="${label.y}" text-anchor="${label.anchor}" font-style="italic">${escaped(label.text)}</text>`
    : '';
  return `<g><path d="${path}" fill="none" stroke="#333333"/>${arrowhead(points)}${said}</g>`;
}

function arrowhead(points: Arrow['points']): string {
  const [[x, y] = [0, 0], [fromX, fromY] = [0, 0]] = [points.at(-1), points.at(-2)];
  const angle = (Math.atan2(y - fromY, x - fromX) * 180) / Math.PI;
  return `<path d="M0 0L-8 -4L-8 4Z" transform="translate(${x} ${y}) rotate(${angle})" fill="#333333"/>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
