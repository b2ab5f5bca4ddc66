ALTER TABLE `conversations` ADD `snoozed_at` integer;--> statement-breakpoint
ALTER TABLE `page_messages` ADD `meaning` text DEFAULT 'unclear' NOT NULL;--> statement-breakpoint
ALTER TABLE `page_messages` ADD `masked` integer DEFAULT 0 NOT NULL;