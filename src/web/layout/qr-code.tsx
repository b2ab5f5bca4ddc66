import type { FC } from 'hono/jsx';
import { encode } from 'uqr';

/** A text as a QR code, dark on white with its quiet border; `label` is what a screen reader says. */
export const QrCode: FC<{ text: string; label: string }> = ({ text, label }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      class="desk-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={String(size)} height={String(size)} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
};
