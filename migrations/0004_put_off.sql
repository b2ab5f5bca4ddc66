DROP INDEX `messages_due`;--> statement-breakpoint
ALTER TABLE `messages` ADD `retry_at` integer;--> statement-breakpoint
CREATE INDEX `messages_retry` ON `messages` (`sender`,`retry_at`) WHERE status = 'due' and retry_at is not null;--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`sender`,`lane`,`due_at`) WHERE status = 'due' and retry_at is null;