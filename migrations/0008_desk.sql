CREATE TABLE `appointment_relatives` (
	`appointment_id` text NOT NULL,
	`relative_id` text NOT NULL,
	`journey_id` text,
	`answer` text,
	`answered_at` integer,
	PRIMARY KEY(`appointment_id`, `relative_id`)
);
--> statement-breakpoint
CREATE INDEX `appointment_relatives_relative` ON `appointment_relatives` (`relative_id`);--> statement-breakpoint
CREATE INDEX `appointment_relatives_journey` ON `appointment_relatives` (`journey_id`) WHERE journey_id is not null;--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`place` text NOT NULL,
	`sms_place` text NOT NULL,
	`details_sealed` text,
	`advisor_id` text NOT NULL,
	`state` text NOT NULL,
	`moves` integer DEFAULT 0 NOT NULL,
	`contact_id` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `appointments_starts` ON `appointments` (`starts_at`);--> statement-breakpoint
CREATE INDEX `appointments_advisor` ON `appointments` (`advisor_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `contact_relatives` (
	`contact_id` text NOT NULL,
	`relative_id` text NOT NULL,
	PRIMARY KEY(`contact_id`, `relative_id`)
);
--> statement-breakpoint
CREATE INDEX `contact_relatives_relative` ON `contact_relatives` (`relative_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`initiative` text NOT NULL,
	`level` text NOT NULL,
	`themes` text NOT NULL,
	`outcome` text NOT NULL,
	`follow_up` text NOT NULL,
	`handed_to_sealed` text,
	`confirmed_at` integer,
	`confirmed_by` text,
	`note_sealed` text,
	`unit_id` text NOT NULL,
	`appointment_id` text,
	`advisor_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contacts_at` ON `contacts` (`at`);--> statement-breakpoint
CREATE INDEX `contacts_handed` ON `contacts` (`at`) WHERE follow_up = 'overdraget' and confirmed_at is null;--> statement-breakpoint
CREATE TABLE `counsellings` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`staff_groups` text NOT NULL,
	`themes` text NOT NULL,
	`participants` integer NOT NULL,
	`minutes` integer NOT NULL,
	`material` text NOT NULL,
	`follow_up` text NOT NULL,
	`note_sealed` text,
	`advisor_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `counsellings_at` ON `counsellings` (`at`);--> statement-breakpoint
CREATE INDEX `counsellings_unit` ON `counsellings` (`unit_id`,`at`);--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`target` text NOT NULL,
	`area` text NOT NULL,
	`contact` text NOT NULL,
	`url` text,
	`inside` integer NOT NULL,
	`valid_until` text,
	`checked_on` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE INDEX `offers_checked` ON `offers` (`checked_on`) WHERE retired_at is null;--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`name_sealed` text NOT NULL,
	`number_sealed` text NOT NULL,
	`relation` text NOT NULL,
	`area` text NOT NULL,
	`note_sealed` text,
	`by_sealed` text,
	`status` text NOT NULL,
	`why` text,
	`relative_id` text,
	`received_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text
);
--> statement-breakpoint
CREATE INDEX `referrals_waiting` ON `referrals` (`received_at`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `referrals_source` ON `referrals` (`source_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `signposted` (
	`id` text PRIMARY KEY NOT NULL,
	`offer_id` text NOT NULL,
	`relative_id` text,
	`contact_id` text,
	`journey_id` text,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `signposted_offer` ON `signposted` (`offer_id`,`at`);--> statement-breakpoint
CREATE INDEX `signposted_relative` ON `signposted` (`relative_id`) WHERE relative_id is not null;--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`unit_id` text NOT NULL,
	`opened` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_code_unique` ON `sources` (`code`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`status` text NOT NULL,
	`rows_sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `relative_shields` (
	`relative_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`relative_id`, `staff_id`)
);
--> statement-breakpoint
CREATE TABLE `relative_words` (
	`word_hash` text NOT NULL,
	`relative_id` text NOT NULL,
	PRIMARY KEY(`word_hash`, `relative_id`)
);
--> statement-breakpoint
CREATE INDEX `relative_words_relative` ON `relative_words` (`relative_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`password_hash` text,
	`totp_sealed` text,
	`totp_step` integer DEFAULT 0 NOT NULL,
	`recovery_hashes` text DEFAULT '[]' NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	`invite_hash` text,
	`invite_ends_at` integer,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_invite` ON `accounts` (`invite_hash`) WHERE invite_hash is not null;--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`key_hash` text NOT NULL,
	`title` text NOT NULL,
	`role` text NOT NULL,
	`scopes` text NOT NULL,
	`units` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`ends_at` integer,
	`revoked_at` integer,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_key_hash_unique` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`id` text PRIMARY KEY NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer,
	`body_sealed` text,
	`at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idempotency_ends` ON `idempotency` (`ends_at`);--> statement-breakpoint
CREATE TABLE `staff_units` (
	`staff_id` text NOT NULL,
	`unit_id` text NOT NULL,
	PRIMARY KEY(`staff_id`, `unit_id`)
);
--> statement-breakpoint
CREATE INDEX `staff_units_unit` ON `staff_units` (`unit_id`);--> statement-breakpoint
CREATE TABLE `wordings` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`language` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wordings_version` ON `wordings` (`kind`,`key`,`language`,`version`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`relative_id` text,
	`number_id` text,
	`assigned_to` text,
	`snoozed_until` integer,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversations_assigned` ON `conversations` (`assigned_to`) WHERE assigned_to is not null;--> statement-breakpoint
CREATE INDEX `conversations_snoozed` ON `conversations` (`snoozed_until`) WHERE snoozed_until is not null;--> statement-breakpoint
CREATE TABLE `page_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`relative_id` text NOT NULL,
	`message_id` text,
	`from_staff` integer NOT NULL,
	`text_sealed` text NOT NULL,
	`status` text NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`read_at` integer,
	`settled_at` integer,
	`settled_by` text
);
--> statement-breakpoint
CREATE INDEX `page_messages_relative` ON `page_messages` (`relative_id`,`at`);--> statement-breakpoint
CREATE INDEX `page_messages_waiting` ON `page_messages` (`at`) WHERE status = 'waiting';--> statement-breakpoint
CREATE TABLE `presences` (
	`conversation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`writing` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `staff_id`)
);
--> statement-breakpoint
CREATE INDEX `presences_at` ON `presences` (`at`);--> statement-breakpoint
CREATE TABLE `saved_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
ALTER TABLE `sessions` ADD `handle` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `how` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `browser` text;--> statement-breakpoint
CREATE INDEX `sessions_handle` ON `sessions` (`handle`);--> statement-breakpoint
ALTER TABLE `staff` ADD `all_units` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `email_hash` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `email_sealed` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `subject_hash` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `closed_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email_hash`) WHERE email_hash is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `staff_subject` ON `staff` (`subject_hash`) WHERE subject_hash is not null;--> statement-breakpoint
ALTER TABLE `units` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `relatives` ADD `advisor_id` text;--> statement-breakpoint
ALTER TABLE `relatives` ADD `shielded` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `relatives` ADD `only_call` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `relatives` ADD `hours_from` integer;--> statement-breakpoint
ALTER TABLE `relatives` ADD `hours_to` integer;--> statement-breakpoint
ALTER TABLE `relatives` ADD `gender` text DEFAULT 'ukendt' NOT NULL;--> statement-breakpoint
ALTER TABLE `relatives` ADD `found_by` text;--> statement-breakpoint
ALTER TABLE `relatives` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `relatives` ADD `changed_at` integer;--> statement-breakpoint
CREATE INDEX `relatives_advisor` ON `relatives` (`advisor_id`) WHERE advisor_id is not null;--> statement-breakpoint
UPDATE `staff` SET `all_units` = 1;
