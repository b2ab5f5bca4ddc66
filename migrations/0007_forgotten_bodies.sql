ALTER TABLE `messages` ADD `forgotten_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `forget_after` integer;--> statement-breakpoint
CREATE INDEX `messages_remembered` ON `messages` (`sent_at`) WHERE provider_id is not null and forgotten_at is null;