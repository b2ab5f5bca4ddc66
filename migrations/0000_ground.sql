CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`fence` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`relative_id` text,
	`subject` text,
	`purpose` text,
	`body` text NOT NULL,
	`hash` text
);
--> statement-breakpoint
CREATE INDEX `ledger_relative` ON `ledger` (`relative_id`,`kind`,`seq`);--> statement-breakpoint
CREATE INDEX `ledger_unchained` ON `ledger` (`seq`) WHERE hash is null;--> statement-breakpoint
CREATE TABLE `limits` (
	`subject` text NOT NULL,
	`period` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`subject`, `period`)
);
--> statement-breakpoint
CREATE INDEX `limits_period` ON `limits` (`period`);--> statement-breakpoint
CREATE TABLE `memory` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` integer PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`csrf_hash` text NOT NULL,
	`verified_at` integer,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_subject` ON `sessions` (`subject`);--> statement-breakpoint
CREATE INDEX `sessions_ends` ON `sessions` (`ends_at`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name_sealed` text NOT NULL,
	`role` text NOT NULL,
	`demo` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`name` text NOT NULL,
	`area` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `facts` (
	`journey_id` text NOT NULL,
	`version` integer NOT NULL,
	`n` integer NOT NULL,
	`kind` text NOT NULL,
	`step` text,
	`at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`journey_id`, `version`, `n`)
);
--> statement-breakpoint
CREATE INDEX `facts_kind` ON `facts` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `flows` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`published_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE INDEX `flows_name` ON `flows` (`name`,`published_at`);--> statement-breakpoint
CREATE TABLE `journeys` (
	`id` text PRIMARY KEY NOT NULL,
	`flow_id` text NOT NULL,
	`flow_name` text NOT NULL,
	`relative_id` text NOT NULL,
	`version` integer NOT NULL,
	`turn` text NOT NULL,
	`status` text NOT NULL,
	`hold` text,
	`awaiting` text,
	`step` text,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`started_by` text
);
--> statement-breakpoint
CREATE INDEX `journeys_relative` ON `journeys` (`relative_id`,`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `journeys_one_of_a_flow` ON `journeys` (`relative_id`,`flow_name`) WHERE status <> 'ended';--> statement-breakpoint
CREATE INDEX `journeys_flow` ON `journeys` (`flow_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `timers` (
	`journey_id` text NOT NULL,
	`name` text NOT NULL,
	`due_at` integer NOT NULL,
	`held` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`journey_id`, `name`)
);
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`due_at`) WHERE held = 0;--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`audience` text NOT NULL,
	`urgent` integer DEFAULT 0 NOT NULL,
	`relative_id` text,
	`journey_id` text,
	`message_id` text,
	`reply_id` text,
	`step` text,
	`text_sealed` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`raised_at` integer NOT NULL,
	`done_at` integer,
	`done_by` text
);
--> statement-breakpoint
CREATE INDEX `alerts_open` ON `alerts` (`status`,`urgent`,`raised_at`);--> statement-breakpoint
CREATE INDEX `alerts_relative` ON `alerts` (`relative_id`,`raised_at`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`relative_id` text,
	`number_id` text,
	`journey_id` text,
	`turn` integer,
	`step` text,
	`text_key` text NOT NULL,
	`purpose` text NOT NULL,
	`channel` text NOT NULL,
	`sender` text NOT NULL,
	`language` text NOT NULL,
	`text_sealed` text NOT NULL,
	`link_sealed` text,
	`segments` integer NOT NULL,
	`lane` integer NOT NULL,
	`window_from` integer,
	`window_to` integer,
	`status` text NOT NULL,
	`due_at` integer NOT NULL,
	`not_after` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`searches` integer DEFAULT 0 NOT NULL,
	`fence` integer,
	`intent_at` integer,
	`provider_id` text,
	`rank` integer DEFAULT 0 NOT NULL,
	`reason` text,
	`code` integer,
	`sent_at` integer,
	`delivered_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text
);
--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`sender`,`lane`,`due_at`) WHERE status = 'due';--> statement-breakpoint
CREATE INDEX `messages_open` ON `messages` (`number_id`,`due_at`) WHERE status in ('due', 'sending', 'unknown');--> statement-breakpoint
CREATE INDEX `messages_unsettled` ON `messages` (`intent_at`) WHERE status in ('sending', 'unknown');--> statement-breakpoint
CREATE INDEX `messages_journey` ON `messages` (`journey_id`);--> statement-breakpoint
CREATE INDEX `messages_relative` ON `messages` (`relative_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_provider` ON `messages` (`provider_id`) WHERE provider_id is not null;--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`number_id` text NOT NULL,
	`relative_id` text,
	`journey_id` text,
	`text_sealed` text NOT NULL,
	`meaning` text NOT NULL,
	`masked` integer DEFAULT 0 NOT NULL,
	`status` text NOT NULL,
	`received_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `replies_provider_id_unique` ON `replies` (`provider_id`);--> statement-breakpoint
CREATE INDEX `replies_status` ON `replies` (`status`,`received_at`);--> statement-breakpoint
CREATE INDEX `replies_number` ON `replies` (`number_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `replies_relative` ON `replies` (`relative_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `circles` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`unit_id` text NOT NULL,
	`state` text DEFAULT 'alive' NOT NULL,
	`state_at` integer,
	`consent_checked_on` text,
	`apart` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `circles_code_unique` ON `circles` (`code`);--> statement-breakpoint
CREATE TABLE `links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`relative_id` text NOT NULL,
	`journey_id` text NOT NULL,
	`step` text NOT NULL,
	`page` text NOT NULL,
	`access` text NOT NULL,
	`ends_at` integer NOT NULL,
	`opened_at` integer
);
--> statement-breakpoint
CREATE INDEX `links_journey` ON `links` (`journey_id`);--> statement-breakpoint
CREATE TABLE `numbers` (
	`id` text PRIMARY KEY NOT NULL,
	`number_hash` text NOT NULL,
	`number_sealed` text NOT NULL,
	`landline` integer DEFAULT 0 NOT NULL,
	`shared` integer DEFAULT 0 NOT NULL,
	`stopped_at` integer,
	`start_asked_at` integer,
	`wrong_at` integer,
	`auto_answered_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `numbers_hash` ON `numbers` (`number_hash`);--> statement-breakpoint
CREATE TABLE `pins` (
	`relative_id` text PRIMARY KEY NOT NULL,
	`pin_hash` text,
	`code_hash` text,
	`code_ends_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`locked_at` integer,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `relatives` (
	`id` text PRIMARY KEY NOT NULL,
	`circle_id` text NOT NULL,
	`number_id` text,
	`name_sealed` text NOT NULL,
	`tiltale_sealed` text NOT NULL,
	`language` text NOT NULL,
	`relation` text NOT NULL,
	`area` text NOT NULL,
	`age_band` text DEFAULT 'ukendt' NOT NULL,
	`channel` text NOT NULL,
	`minor` integer DEFAULT 0 NOT NULL,
	`guardian_sealed` text,
	`note_sealed` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `relatives_circle` ON `relatives` (`circle_id`);--> statement-breakpoint
CREATE INDEX `relatives_number` ON `relatives` (`number_id`);--> statement-breakpoint
CREATE INDEX `relatives_created` ON `relatives` (`created_at`);