import { blindIndex, type Keys } from '../../store/seal.ts';

const SHAPE = /^[^\s@<>"',;]{1,64}@[^\s@<>"',;]{1,180}\.[^\s@<>"',;.]{2,40}$/;

/** An e-mail as it is compared: trimmed, lower case. */
export const plainEmail = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase();

/** Whether it could be an e-mail. */
export const isEmail = (typed: string): boolean => SHAPE.test(plainEmail(typed));

/** What a member of staff is found by. */
export const emailIndex = (keys: Keys, typed: string): string =>
  blindIndex(keys, `staff.email:${plainEmail(typed)}`);

/** What a member is found by who comes from the municipality's login. */
export const subjectIndex = (keys: Keys, subject: string): string =>
  blindIndex(keys, `staff.subject:${subject}`);
