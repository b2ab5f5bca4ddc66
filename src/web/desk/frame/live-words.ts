export const liveWords = {
  counts: {
    da: 'Nu venter: samtaler {replies}, varsler {alerts}, opgaver {tasks}.',
    en: 'Waiting now: conversations {replies}, alerts {alerts}, tasks {tasks}.',
  },
} as const;
