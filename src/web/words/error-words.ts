import type { Words } from './language.ts';

/** The HTTP status of an error and what the reader is told. */
export type ErrorWords = {
  status: 400 | 403 | 404 | 409 | 410 | 413 | 422 | 423 | 429 | 500 | 503;
  text: Words;
};

/** An error's status with its words in every language. */
export const say = (status: ErrorWords['status'], da: string, en: string): ErrorWords => ({
  status,
  text: { da, en },
});
