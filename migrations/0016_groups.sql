CREATE TABLE `group_members` (
	`group_id` text NOT NULL,
	`relative_id` text NOT NULL,
	`since` integer NOT NULL,
	`by` text NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`group_id`, `relative_id`)
);
--> statement-breakpoint
CREATE INDEX `group_members_relative` ON `group_members` (`relative_id`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`unit_id` text,
	`rule` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `groups_open` ON `groups` (`title`) WHERE closed_at is null;