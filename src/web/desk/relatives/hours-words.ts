/** Minutes of the day as times to read: "16.00". */
export const hoursWords = ({ from, to }: { from: number; to: number }): { from: string; to: string } => {
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
  return { from: clock(from), to: clock(to) };
};
