CREATE INDEX `messages_todo` ON `messages` (`due_at`) WHERE status = 'todo';--> statement-breakpoint
CREATE INDEX `circles_held` ON `circles` (`state_at`) WHERE state <> 'alive';