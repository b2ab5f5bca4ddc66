CREATE TABLE `form_answers` (
	`line` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`response` integer NOT NULL,
	`question` text NOT NULL,
	`value` text,
	`words_sealed` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `form_answers_id_unique` ON `form_answers` (`id`);--> statement-breakpoint
CREATE INDEX `form_answers_response` ON `form_answers` (`response`);--> statement-breakpoint
CREATE TABLE `form_asks` (
	`event_id` text DEFAULT '' NOT NULL,
	`flow` text NOT NULL,
	`step` text NOT NULL,
	`unit_id` text DEFAULT '' NOT NULL,
	`day` text NOT NULL,
	`asked` integer NOT NULL,
	PRIMARY KEY(`event_id`, `flow`, `step`, `unit_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `form_responses` (
	`line` integer PRIMARY KEY NOT NULL,
	`event_id` text DEFAULT '' NOT NULL,
	`flow` text NOT NULL,
	`step` text NOT NULL,
	`unit_id` text DEFAULT '' NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `form_responses_about` ON `form_responses` (`event_id`,`flow`,`step`);