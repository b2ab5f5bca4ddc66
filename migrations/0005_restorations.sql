CREATE TABLE `restorations` (
	`id` text PRIMARY KEY NOT NULL,
	`taken_at` integer NOT NULL,
	`restored_at` integer NOT NULL,
	`told_at` integer,
	`reconciled_at` integer
);
--> statement-breakpoint
CREATE INDEX `restorations_open` ON `restorations` (`taken_at`) WHERE reconciled_at is null;