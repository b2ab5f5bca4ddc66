/** The most guests one may bring: a party larger than all the seats would never get one. */
export const mostGuests = ({ guests, capacity }: { guests: number; capacity: number | null }): number =>
  capacity === null ? guests : Math.max(0, Math.min(guests, capacity - 1));
