CREATE TABLE `fan_out_members` (
	`fan_out_id` text NOT NULL,
	`relative_id` text NOT NULL,
	`status` text NOT NULL,
	`why` text,
	PRIMARY KEY(`fan_out_id`, `relative_id`)
);
--> statement-breakpoint
CREATE INDEX `fan_out_members_waiting` ON `fan_out_members` (`fan_out_id`) WHERE status = 'waiting';--> statement-breakpoint
CREATE TABLE `fan_outs` (
	`id` text PRIMARY KEY NOT NULL,
	`flow_id` text NOT NULL,
	`anchors` text NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `fan_outs_running` ON `fan_outs` (`created_at`) WHERE status = 'running';