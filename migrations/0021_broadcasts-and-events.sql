CREATE TABLE `broadcast_members` (
	`broadcast_id` text NOT NULL,
	`relative_id` text NOT NULL,
	`status` text NOT NULL,
	`why` text,
	PRIMARY KEY(`broadcast_id`, `relative_id`)
);
--> statement-breakpoint
CREATE INDEX `broadcast_members_waiting` ON `broadcast_members` (`broadcast_id`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `broadcast_members_relative` ON `broadcast_members` (`relative_id`);--> statement-breakpoint
CREATE TABLE `broadcasts` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`group_id` text NOT NULL,
	`way` text NOT NULL,
	`texts_sealed` text NOT NULL,
	`texts_hash` text NOT NULL,
	`status` text NOT NULL,
	`due_at` integer,
	`sample` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`ordered_at` integer,
	`ordered_by` text,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `broadcasts_open` ON `broadcasts` (`status`,`due_at`) WHERE status in ('scheduled', 'filling', 'running');--> statement-breakpoint
CREATE INDEX `broadcasts_same` ON `broadcasts` (`texts_hash`,`ordered_at`) WHERE ordered_at is not null;--> statement-breakpoint
CREATE INDEX `broadcasts_created` ON `broadcasts` (`created_at`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`relative_id` text,
	`name_sealed` text,
	`contact_sealed` text,
	`guests` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`by` text NOT NULL,
	`journey_id` text,
	`told` integer DEFAULT 0 NOT NULL,
	`pending` integer,
	`why` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendances_once` ON `attendances` (`event_id`,`relative_id`) WHERE relative_id is not null;--> statement-breakpoint
CREATE INDEX `attendances_event` ON `attendances` (`event_id`,`state`,`since`);--> statement-breakpoint
CREATE INDEX `attendances_relative` ON `attendances` (`relative_id`) WHERE relative_id is not null;--> statement-breakpoint
CREATE INDEX `attendances_pending` ON `attendances` (`event_id`) WHERE pending is not null;--> statement-breakpoint
CREATE TABLE `event_presences` (
	`attendance_id` text NOT NULL,
	`n` integer NOT NULL,
	`came` integer NOT NULL,
	`noted_at` integer NOT NULL,
	`noted_by` text NOT NULL,
	PRIMARY KEY(`attendance_id`, `n`)
);
--> statement-breakpoint
CREATE TABLE `event_sessions` (
	`event_id` text NOT NULL,
	`n` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	PRIMARY KEY(`event_id`, `n`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`series_id` text,
	`title` text NOT NULL,
	`sms_title` text NOT NULL,
	`kind` text NOT NULL,
	`audience` text NOT NULL,
	`track` text NOT NULL,
	`unit_id` text,
	`place` text DEFAULT '' NOT NULL,
	`sms_place` text DEFAULT '' NOT NULL,
	`video_sealed` text,
	`details` text DEFAULT '' NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`capacity` integer,
	`guests` integer DEFAULT 0 NOT NULL,
	`sign_up_until` integer,
	`lock_hours` integer DEFAULT 0 NOT NULL,
	`remind_days` text DEFAULT '[5,1]' NOT NULL,
	`is_public` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`announced_at` integer,
	`moves` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_starts` ON `events` (`starts_at`);--> statement-breakpoint
CREATE INDEX `events_series` ON `events` (`series_id`) WHERE series_id is not null;--> statement-breakpoint
CREATE INDEX `events_public` ON `events` (`starts_at`) WHERE is_public = 1;--> statement-breakpoint
ALTER TABLE `messages` ADD `broadcast_id` text;--> statement-breakpoint
CREATE INDEX `messages_broadcast` ON `messages` (`broadcast_id`,`status`) WHERE broadcast_id is not null;--> statement-breakpoint
ALTER TABLE `replies` ADD `broadcast_id` text;--> statement-breakpoint
CREATE INDEX `replies_broadcast` ON `replies` (`broadcast_id`,`meaning`) WHERE broadcast_id is not null;--> statement-breakpoint
ALTER TABLE `relatives` ADD `quiet_until` integer;