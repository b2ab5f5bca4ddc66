DROP INDEX `journeys_one_of_a_flow`;--> statement-breakpoint
ALTER TABLE `journeys` ADD `subject` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `journeys_one_of_a_flow` ON `journeys` (`relative_id`,`flow_name`,`subject`) WHERE status <> 'ended';--> statement-breakpoint
ALTER TABLE `appointment_relatives` ADD `pending` integer;--> statement-breakpoint
ALTER TABLE `appointment_relatives` ADD `why` text;--> statement-breakpoint
CREATE INDEX `appointment_relatives_pending` ON `appointment_relatives` (`appointment_id`) WHERE pending is not null;--> statement-breakpoint
ALTER TABLE `contacts` ADD `next_step_sealed` text;