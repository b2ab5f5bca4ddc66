ALTER TABLE `messages` ADD `hours_from` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `hours_to` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `hours_until` integer;