import { AppError } from '../app-error.ts';

/** The digits of a PIN or code as people type them, with spaces or hyphens in between. Throws `pin-shape` when they are not six. */
export function readPin(typed: string): string {
  const digits = typed.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(digits)) throw new AppError('pin-shape');
  return digits;
}

const steps = (pin: string): number[] =>
  [...pin.slice(1)].map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10);

const isDate = (pin: string): boolean => {
  const [day, month] = [Number(pin.slice(0, 2)), Number(pin.slice(2, 4))];
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
};

/** A PIN somebody near would try first: equal digits, a run, a repeated pair or half, a date as ddmmyy. */
export function isWeakPin(pin: string): boolean {
  const run = new Set(steps(pin));
  const repeats = pin.slice(0, 3) === pin.slice(3) || pin.slice(0, 2).repeat(3) === pin;
  return repeats || isDate(pin) || (run.size === 1 && [0, 1, 9].includes([...run][0] ?? -1));
}
