DROP INDEX `broadcast_members_waiting`;--> statement-breakpoint
ALTER TABLE `broadcast_members` ADD `tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `broadcast_members_status` ON `broadcast_members` (`broadcast_id`,`status`,`why`);--> statement-breakpoint
ALTER TABLE `broadcasts` ADD `sight` text;--> statement-breakpoint
ALTER TABLE `broadcasts` ADD `filled_to` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `page_messages` ADD `broadcast_id` text;--> statement-breakpoint
CREATE INDEX `page_messages_broadcast` ON `page_messages` (`broadcast_id`,`meaning`) WHERE broadcast_id is not null;