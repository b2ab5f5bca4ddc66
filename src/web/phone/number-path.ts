// Simulated numbers may stand in an address; real ones never do.
import { formatNumber } from '../../services/phone-number.ts';

/** How the routes take a number: its digits with the country code, with or without a plus. */
export const numberPattern = '\\+?[1-9][0-9]{6,14}';

/** The address of a phone: "+4520000101" → "/phone/4520000101". */
export const phonePath = (number: string): string => `/phone/${number.replace('+', '')}`;

/** The number (E.164) of an address. */
export const numberOfPath = (digits: string): string => `+${digits.replace('+', '')}`;

/** Numbers as people read them; sender names as they are. */
export const showSender = (sender: string): string =>
  sender.startsWith('+') ? formatNumber(sender) : sender;
