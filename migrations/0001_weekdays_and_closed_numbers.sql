ALTER TABLE `messages` ADD `window_days` text;--> statement-breakpoint
CREATE INDEX `numbers_closed` ON `numbers` (`id`) WHERE stopped_at is not null or wrong_at is not null;