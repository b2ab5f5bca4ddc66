/** Lets whoever else asks this process have a turn, between two parts of a look ahead. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
