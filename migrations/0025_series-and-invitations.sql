CREATE TABLE `event_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`group_id` text NOT NULL,
	`sight` text NOT NULL,
	`filled_to` text DEFAULT '' NOT NULL,
	`invited` integer DEFAULT 0 NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `event_invitations_event` ON `event_invitations` (`event_id`);--> statement-breakpoint
CREATE INDEX `event_invitations_running` ON `event_invitations` (`created_at`) WHERE status = 'running';--> statement-breakpoint
ALTER TABLE `attendances` ADD `replan` integer;--> statement-breakpoint
CREATE INDEX `attendances_replan` ON `attendances` (`event_id`) WHERE replan is not null;--> statement-breakpoint
ALTER TABLE `event_sessions` ADD `removed_at` integer;