/** Cuts a text block into its phrases, which stand between commas and lines. */
export function list(block: string): readonly string[] {
  return block
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** The people a relative writes about. */
export const relations: readonly string[] = list(
  'mor, far, mand, kone, søn, datter, bror, søster, kæreste, ægtefælle, mormor, morfar, farmor, farfar, barn, hustru',
);
