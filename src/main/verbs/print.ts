/** One line to standard output. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** One JSON object a line. */
export const printJson = (value: unknown): void => print(JSON.stringify(value));
