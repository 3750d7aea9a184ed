"""What the site offers to print: handouts, the worksheet, and both in one file."""
