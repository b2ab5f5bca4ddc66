/** No answer came in time; what was asked goes on by itself. */
export class TooLate extends Error {
  constructor() {
    super('no answer in time');
    this.name = 'TooLate';
  }
}

/** Waits for an answer at most so long, ms of real time. Throws `TooLate` after that. */
export function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooLate()), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
