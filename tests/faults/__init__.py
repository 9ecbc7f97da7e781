"""What the world may do to the app: hostile files, failing disks, sudden ends, odd clocks, content that changes."""
