CREATE TABLE `senders` (
	`name` text PRIMARY KEY NOT NULL,
	`stopped_at` integer,
	`stopped_by` text
);
--> statement-breakpoint
ALTER TABLE `staff` ADD `emergency` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `staff_emergency` ON `staff` (`emergency`) WHERE emergency = 1;--> statement-breakpoint
CREATE INDEX `messages_left` ON `messages` (`sender`,`sent_at`) WHERE sent_at is not null;