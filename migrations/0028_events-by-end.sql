DROP INDEX `events_public`;--> statement-breakpoint
CREATE INDEX `events_ends` ON `events` (`ends_at`);--> statement-breakpoint
CREATE INDEX `events_public` ON `events` (`ends_at`) WHERE is_public = 1;--> statement-breakpoint
CREATE INDEX `event_sessions_taken_out` ON `event_sessions` (`starts_at`) WHERE removed_at is not null;