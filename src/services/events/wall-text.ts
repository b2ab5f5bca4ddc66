/** A wall clock as a form has it: "2027-03-02T17:00". */
export const wallText = (wall: number): string => new Date(wall).toISOString().slice(0, 16);
