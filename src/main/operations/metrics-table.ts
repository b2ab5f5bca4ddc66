// What /metrics is made of: the one place where a figure has its Prometheus name, its help and its labels.
import type { Counters, Histograms } from '../../services/watching/metrics.ts';

type Figure<L> = { name: string; help: string; labels: readonly L[] };
type LabelOf<T> = Extract<keyof T, string>;

export const COUNTERS: { [N in keyof Counters]: Figure<LabelOf<Counters[N]>> } = {
  messages: {
    name: 'limen_messages_total',
    help: 'Messages handed to the gateway, by what came of it.',
    labels: ['sender', 'outcome'],
  },
  segments: { name: 'limen_segments_total', help: 'Segments the provider took.', labels: ['sender'] },
  reports: {
    name: 'limen_reports_total',
    help: 'Status reports that changed a message.',
    labels: ['status'],
  },
  replies: { name: 'limen_replies_total', help: 'SMS received, by what they mean.', labels: ['meaning'] },
  jobs: { name: 'limen_jobs_total', help: 'Jobs done and failed.', labels: ['job', 'outcome'] },
  setAside: {
    name: 'limen_set_aside_total',
    help: 'Journeys, replies and group messages that could not go on and were left to a person.',
    labels: ['what'],
  },
  requests: {
    name: 'limen_http_requests_total',
    help: 'HTTP requests, by route pattern and class of status.',
    labels: ['route', 'status'],
  },
  refusedWrites: {
    name: 'limen_refused_writes_total',
    help: 'Writes the database refused or did not answer.',
    labels: [],
  },
};

export const HISTOGRAMS: {
  [N in keyof Histograms]: Figure<LabelOf<Histograms[N]>> & { buckets: readonly number[] };
} = {
  lateness: {
    name: 'limen_timer_lateness_seconds',
    help: 'How long after its instant a timer fired.',
    labels: [],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600],
  },
  postSeconds: {
    name: 'limen_post_seconds',
    help: "From handing a message over to the provider's answer.",
    labels: ['sender'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  commitItems: {
    name: 'limen_commit_items',
    help: 'Writes that shared one commit.',
    labels: [],
    buckets: [1, 2, 5, 10, 20, 50, 100, 200],
  },
  commitSeconds: {
    name: 'limen_commit_seconds',
    help: 'How long a shared commit took.',
    labels: [],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  },
};

/** What is read when it is asked for. */
export const GAUGES = {
  ready: { name: 'limen_ready', help: '1 while this part can be used (see /readyz).', labels: ['part'] },
  timersDue: { name: 'limen_timers_due', help: 'Timers that are due.', labels: [] },
  timersLate: { name: 'limen_timers_late', help: 'Timers due for more than a minute.', labels: [] },
  messagesDue: {
    name: 'limen_messages_due',
    help: 'Messages that are due and not put off; outside the send window the rest waits.',
    labels: ['sender', 'lane'],
  },
  messagesOldest: {
    name: 'limen_messages_oldest_due_seconds',
    help: 'For how long the oldest due message has waited.',
    labels: ['sender', 'lane'],
  },
  messagesPutOff: {
    name: 'limen_messages_put_off',
    help: 'Messages the provider refused for now.',
    labels: ['sender'],
  },
  messagesSending: { name: 'limen_messages_sending', help: 'Messages under way.', labels: [] },
  messagesUnknown: {
    name: 'limen_messages_unknown',
    help: 'Messages of which nobody knows whether they left.',
    labels: [],
  },
  unknownOldest: {
    name: 'limen_messages_unknown_oldest_seconds',
    help: 'For how long the oldest unknown message has been so.',
    labels: [],
  },
  repliesNew: { name: 'limen_replies_new', help: 'SMS received and not handled yet.', labels: [] },
  repliesNewOldest: {
    name: 'limen_replies_new_oldest_seconds',
    help: 'For how long the oldest of them has waited.',
    labels: [],
  },
  repliesWaiting: { name: 'limen_replies_waiting', help: 'SMS that wait for a person.', labels: [] },
  alertsOpen: { name: 'limen_alerts_open', help: 'Alerts in the desk.', labels: ['kind'] },
  unchained: { name: 'limen_ledger_unchained', help: 'Ledger entries not chained yet.', labels: [] },
  restoring: {
    name: 'limen_restoring',
    help: 'Backups that were put back and are not reconciled with the gateway: nothing leaves.',
    labels: [],
  },
  windowOpen: { name: 'limen_send_window_open', help: '1 while ordinary messages may leave.', labels: [] },
  leaseEnds: {
    name: 'limen_lease_ends_seconds',
    help: 'How long until a lease ends; 0 when nobody holds it.',
    labels: ['lease'],
  },
  queueJobs: { name: 'limen_queue_jobs', help: 'Jobs behind the bell.', labels: ['queue', 'state'] },
  gatewayTrouble: {
    name: 'limen_gateway_trouble_in_a_row',
    help: 'Posts of this process in a row that the provider could not take.',
    labels: [],
  },
  loopDelay: {
    name: 'limen_event_loop_delay_seconds',
    help: 'Delay of the event loop since it was last asked for.',
    labels: ['quantile'],
  },
  diskFree: {
    name: 'limen_disk_free_bytes',
    help: 'Room where the data folder and the database file lie.',
    labels: ['folder'],
  },
  memory: { name: 'process_resident_memory_bytes', help: 'Resident memory of the process.', labels: [] },
  started: {
    name: 'process_start_time_seconds',
    help: 'When the process started, Unix time.',
    labels: [],
  },
} as const satisfies Record<string, Figure<string>>;

export type GaugeName = keyof typeof GAUGES;
