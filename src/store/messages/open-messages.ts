/**
 * The condition of the index `messages_open`, word for word: SQLite takes a partial index only when its condition
 * stands in the query. `messages` is the table's name there.
 */
export const isOpen = (messages: string): string =>
  `${messages}.status IN ('due', 'held', 'sending', 'unknown')`;
