DROP INDEX `messages_open`;--> statement-breakpoint
CREATE INDEX `messages_open` ON `messages` (`number_id`,`due_at`) WHERE status in ('due', 'held', 'sending', 'unknown');